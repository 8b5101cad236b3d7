export { buildCompany } from './build-company.ts';
export type {
  Company,
  CompanyArticle,
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
