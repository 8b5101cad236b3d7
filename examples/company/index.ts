export { buildCompany } from './build-company.ts';
export type {
  Company,
  CompanyComment,
  CompanyGroup,
  CompanyKudos,
  CompanyOptions,
  CompanyPerson,
  CompanyPost,
  CompanyProfile,
  CompanyReaction,
  KudosValue,
  ReactionKind,
} from './types.ts';
