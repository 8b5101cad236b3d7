export { bodyOf, createGateway, type Service, type ServiceCall } from './gateway.ts';
export { json, noContent } from './response.ts';
