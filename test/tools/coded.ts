/** The code and message of the error that a call throws, or `nothing`. */
export function coded(call: () => unknown): string {
  try {
    call();
    return 'nothing';
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    return `${String(code)} ${String(message)}`;
  }
}
