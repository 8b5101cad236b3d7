/** .NET counts time in steps of 100 ns from the year 1. */
export const ticks = (time: string): string =>
  String(BigInt(Date.parse(time)) * 10000n + 621355968000000000n);
