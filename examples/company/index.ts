export { buildCompany } from './build-company.ts';
export type {
  Company,
  CompanyComment,
  CompanyFate,
  CompanyGroup,
  CompanyIdea,
  CompanyKudos,
  CompanyOptions,
  CompanyPerson,
  CompanyPost,
  CompanyProfile,
  CompanyReaction,
  KudosValue,
  ReactionKind,
} from './types.ts';
