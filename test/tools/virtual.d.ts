declare module 'virtual:doc-examples' {
  /** How many blocks became tests. */
  export const count: number;
}
