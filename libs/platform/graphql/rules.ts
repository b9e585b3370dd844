// SPDX-License-Identifier: EUPL-1.2
import { GraphQLError, Kind, OperationTypeNode, type ValidationRule } from 'graphql';

/** A mutation is one transaction, so a document may ask for one. */
export const oneMutationPerDocument: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation !== OperationTypeNode.MUTATION) return;
    if (node.selectionSet.selections.length !== 1 || node.selectionSet.selections[0]?.kind !== Kind.FIELD) {
      context.reportError(new GraphQLError('A mutation document has exactly one root field.', { nodes: [node] }));
    }
  },
});
