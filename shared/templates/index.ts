export { createFlowBuilder, type FlowBuilder, proposalFlow } from './flow-builder';
export * from './papers';
export { createStyleFlows } from './style-flows';
