/** Reads something once in a build, so that a page costs the same however often its parts ask; anew each time while editing. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let built: Promise<T> | undefined;
  return () => {
    if (import.meta.env.DEV) return read();
    built ??= read();
    return built;
  };
}
