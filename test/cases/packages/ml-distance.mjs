import { distance, similarity } from "ml-distance";

const p = [0.2, 0.5, 0.1, 0.2];
const q = [0.3, 0.3, 0.3, 0.1];

export function distances() {
  return Object.keys(distance).sort().map((name) => {
    try {
      return [name, distance[name](p, q, 3)];
    } catch (error) {
      return [name, String(error)];
    }
  });
}

export function similarities() {
  return Object.keys(similarity).sort().map((name) => {
    try {
      return [name, similarity[name](p, q)];
    } catch (error) {
      return [name, String(error)];
    }
  });
}

/** @at a = 0.4, b = 0.7 @tolerance 1e-10 */
export function apart(a, b) {
  return distance.euclidean([a, b, 1], [0.1, 0.2, 0.3]) + distance.canberra([a, b], [0.1, 0.2]) + distance.jensenShannon([a, b], [b, a]) + similarity.cosine([a, b], [1, 2]);
}
