using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class CoverageSolver
{
    private Coverage IntoTarget(IAssignmentOperation assignment) => assignment.Target switch
    {
        ILocalReferenceOperation local => IntoVariable(local.Local, assignment),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter } => IntoVariable(parameter, assignment).Or(Coverage.Unknown),
        IParameterReferenceOperation parameter => IntoVariable(parameter.Parameter, assignment),
        IFieldReferenceOperation { Field: var field } when symbols.IsSource(field) => Leave(() => IntoMember(field, assignment)),
        IPropertyReferenceOperation { Property: var property, Arguments.IsEmpty: true } when symbols.IsSource(property) => Leave(() => IntoMember(property, assignment)),
        IDiscardOperation => Coverage.No,
        _ => Coverage.Unknown,
    };

    private Coverage IntoParameter(IParameterSymbol parameter, IOperation body) => Ask(nameof(IntoParameter), (parameter.Declaration(), body), () =>
        OfUses(parameter, parameter.Declaration(), uses => Paths.AlwaysRuns(body, uses)));

    private Coverage IntoVariable(ISymbol variable, IOperation definition)
    {
        // With several values only the uses up to the next one are of this one.
        var next = code.ValuesOf(variable).Select(static value => value.Syntax.SpanStart).Where(start => start > definition.Syntax.Span.End).DefaultIfEmpty(int.MaxValue).Min();
        return Ask(nameof(IntoVariable), definition, () => OfUses(
            variable,
            definition,
            uses => Paths.AlwaysFollows(definition, uses),
            use => use.Syntax.SpanStart > definition.Syntax.Span.End && use.Syntax.SpanStart <= next));
    }

    private Coverage IntoMember(ISymbol member, IOperation definition) => OfUses(member, definition, uses => Paths.AlwaysFollows(definition, uses));

    private Coverage OfUses(ISymbol variable, object definition, Func<ICollection<IOperation>, bool> always, Func<IOperation, bool>? isIncluded = null)
    {
        var covering = new HashSet<IOperation>();
        var unknown = Coverage.No;
        foreach (var use in code.ReferencesOf(variable).Where(use => isIncluded?.Invoke(use) != false))
        {
            switch (Downstream(use))
            {
                // In a function that may run or not, now or never.
                case Coverage.Yes when definition is IOperation at && !SymbolEqualityComparer.Default.Equals(code.OwnerOf(use), code.OwnerOf(at)):
                    unknown = Coverage.Unknown;
                    break;
                case Coverage.Yes:
                    covering.Add(use);
                    break;
                case Coverage.Unknown:
                    unknown = Coverage.Unknown;
                    break;
            }
        }

        return covering.Count > 0 && always(covering) ? Coverage.Yes : unknown;
    }
}
