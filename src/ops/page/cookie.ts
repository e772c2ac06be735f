/** One cookie of a `Cookie` header. */
export const getCookie = (header: string | null, name: string): string | undefined =>
  header
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
