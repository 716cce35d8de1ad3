/** @type {import('next').NextConfig} */
const config = {
  // This project is complete in its folder, whatever lock files lie above it.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};

export default config;
