// How a changeset stands in the changelog: its words as they were written, for the user of the library.
// A file of our own, because the tool is run by npx and its usual one could not be found from here.
const getReleaseLine = async ({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`;

// There is one package, so no release is owed to another.
const getDependencyReleaseLine = async () => '';

module.exports = { getReleaseLine, getDependencyReleaseLine };
