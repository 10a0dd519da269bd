/** The one place where mistakes of ours are caught, once for each way into the extension. */
import type { LogOutputChannel } from "vscode";

/** Runs activities; what they throw is logged with the name of the activity. */
export type Guard = <Result>(
  activity: string,
  action: () => Result | Promise<Result>,
  onError?: (error: unknown) => void,
) => Promise<Result | undefined>;

/** Return a guard that writes to a log. */
export function createGuard(log: Pick<LogOutputChannel, "error">): Guard {
  return async (activity, action, onError) => {
    try {
      return await action();
    } catch (error) {
      log.error(
        `Internal error while ${activity}:`,
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
      onError?.(error);
      return undefined;
    }
  };
}
