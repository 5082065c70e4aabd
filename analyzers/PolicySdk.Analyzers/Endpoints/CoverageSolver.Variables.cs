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
        OfUses(parameter, uses => Paths.AlwaysRuns(body, uses), use => parameter.ContainingSymbol is not IMethodSymbol || IsAsGiven(parameter, use)));

    private Coverage IntoVariable(ISymbol variable, IOperation definition) => Ask(nameof(IntoVariable), definition, () => OfUses(
        variable,
        uses => Paths.AlwaysFollows(definition, uses),
        use => Reaches(variable, definition, use),
        use => AllOf(variable).IsSetOnce || ValuesAt(variable, use).Values.Any(definition.Contains)));

    private Coverage IntoMember(ISymbol member, IOperation definition) =>
        OfUses(member, uses => Paths.AlwaysFollows(definition, uses), use => Reaches(member, definition, use));

    private bool Reaches(ISymbol variable, IOperation definition, IOperation use) => IsSameFunction(definition, use) && IsSameValue(variable, definition, use);

    // A function may run or not, now or never.
    private bool IsSameFunction(IOperation one, IOperation other) => SymbolEqualityComparer.Default.Equals(code.OwnerOf(one), code.OwnerOf(other));

    // Of the uses that the value may reach, those count that it certainly reaches.
    private Coverage OfUses(ISymbol variable, Func<ICollection<IOperation>, bool> always, Func<IOperation, bool> reaches, Func<IOperation, bool>? mayReach = null)
    {
        var covering = new HashSet<IOperation>();
        var unknown = Coverage.No;
        foreach (var use in code.ReferencesOf(variable).Where(use => mayReach?.Invoke(use) != false))
        {
            switch (Downstream(use))
            {
                case Coverage.Yes when !reaches(use):
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
