/** Under `require-trusted-types-for 'script'` only text without «<» may pass; the UI kit writes style text through innerHTML. */
type PolicyFactory = {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
};

const factory = (window as unknown as { trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: text => {
    if (text.includes('<')) throw new TypeError('Markup is not allowed here.');
    return text;
  },
});

export {};
