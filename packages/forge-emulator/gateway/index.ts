export { bodyOf, createGateway, type Gateway, type Service, type ServiceCall } from './gateway.ts';
export { json, noContent } from './response.ts';
