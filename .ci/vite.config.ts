import type { UserConfigFn } from 'vite';
import { vaadinConfig } from './vite.generated';

// ECMA-262 version 10 is what the platform promises: docs/adr/0003-browsers.md. A request costs a round trip, 0.8 s on 2G:
// the client travels in one file and the fields of every learner's screen in another (docs/adr/0005-two-files.md).
const config: UserConfigFn = async (env) => {
  const vaadin = await vaadinConfig(env);
  return {
    ...vaadin,
    build: {
      ...vaadin.build,
      target: 'es2019',
      rolldownOptions: {
        ...vaadin.build?.rollupOptions,
        ...vaadin.build?.rolldownOptions,
        output: {
          codeSplitting: {
            groups: [
              { name: 'flow', test: /FlowBootstrap|FlowClient|generated-flow-imports\.js|dclic\.js/, priority: 2 },
              {
                name: 'fields',
                test: /@vaadin\/(button|text-field|text-area|password-field|input-container|field-base|field-highlighter|a11y-base|component-base|vaadin-themable-mixin)\/|disableOnClick/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
  };
};

export default config;
