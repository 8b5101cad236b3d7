export { Deployment, type Version } from './deployment.ts';
