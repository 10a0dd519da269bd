export const amb = 1;
export const x1 = 1;
export default 5;
