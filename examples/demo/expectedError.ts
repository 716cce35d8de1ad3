/** An error that the user can mend: the demonstration prints its message without a stack. */
export function expectedError(message: string, options?: ErrorOptions): Error {
  return Object.assign(new Error(message, options), { isExpected: true });
}

/** Tells whether something caught was made by {@link expectedError}. */
export function isExpectedError(error: unknown): error is Error {
  return error instanceof Error && 'isExpected' in error;
}
