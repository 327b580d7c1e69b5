import type { UserConfigFn } from 'vite';
import { vaadinConfig } from './vite.generated';

// ECMA-262 version 10 is what the platform promises: docs/adr/0003-browsers.md.
const config: UserConfigFn = async (env) => {
  const vaadin = await vaadinConfig(env);
  return { ...vaadin, build: { ...vaadin.build, target: 'es2019' } };
};

export default config;
