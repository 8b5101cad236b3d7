export { buildCompany } from './build-company.ts';
export type {
  Company,
  CompanyArticle,
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
