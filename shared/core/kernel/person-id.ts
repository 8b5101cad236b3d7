/** A person's id in the host: a SharePoint user, an Atlassian account. Opaque. */
export type PersonId = string;
