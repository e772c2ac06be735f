/** The validator comes without types. This is what we use of it. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    constructor(vocabulary: { '@graph': object[] });
    validate(data: {
      jsonld: Record<string, object[]>;
    }): Promise<{ issueMessage: string; path: { type?: string; property?: string }[] }[]>;
  }
}
