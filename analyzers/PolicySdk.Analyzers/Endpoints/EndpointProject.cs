using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>
/// Decides about the endpoints of a project: at once where the member that maps them tells all there is, otherwise when all code is
/// known.
/// </summary>
/// <param name="symbols">The types that the rules know.</param>
/// <param name="types">Tells builders.</param>
/// <param name="handlers">The controllers and pages of the project; null where it can have none.</param>
internal sealed class EndpointProject(PolicySymbols symbols, BuilderTypes types, HandlerTypes? handlers)
{
    private readonly ConcurrentBag<(ISymbol Owner, ImmutableArray<IOperation> Blocks)> _members = [];
    private readonly ConcurrentBag<Mapping> _open = [];
    private readonly FallbackPolicies _fallback = new(symbols);

    internal void AddOption(IOperation operation) => _fallback.Add(operation);

    internal void AddMember(ISymbol owner, ImmutableArray<IOperation> blocks, Action<Diagnostic> report, CancellationToken cancellation)
    {
        _members.Add((owner, blocks));
        var code = new EndpointCode(symbols);
        code.Add(owner, blocks);
        new OverriddenPolicies(symbols, types, code, report).Check();
        var solver = new CoverageSolver(symbols, types, code, cancellation);
        var live = new EndpointReport(symbols, report, isEnd: false);
        foreach (var call in code.Invocations)
        {
            var kind = Mappings.KindOf(call, symbols, types);
            if (kind != MappingKind.None)
            {
                Decide(new(call, kind), solver, live, cancellation);
            }
        }
    }

    internal void Finish(Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (_fallback.IsSet || (_open.IsEmpty && handlers?.Controllers.IsEmpty != false))
        {
            return;
        }

        var code = new EndpointCode(symbols);
        foreach (var (owner, blocks) in _members.InSourceOrder(static member => member.Blocks[0].Syntax.GetLocation()))
        {
            code.Add(owner, blocks);
        }

        var solver = new CoverageSolver(symbols, types, code, cancellation);
        var atEnd = new EndpointReport(symbols, report, isEnd: true);
        var open = _open.InSourceOrder(static mapping => mapping.Call.Syntax.GetLocation()).ToList();
        foreach (var mapping in open.Where(static mapping => !mapping.HasHandlers))
        {
            atEnd.Mapped(mapping, Weigh(Ask(mapping, solver)));
        }

        if (handlers is not null)
        {
            new HandlerCoverage(symbols, handlers, atEnd, mapping => Weigh(Ask(mapping, solver)), mapping => Weigh(solver.OfGroups(mapping.Call))).Report(open);
        }
    }

    private static Answer Ask(Mapping mapping, CoverageSolver solver) => mapping.Kind switch
    {
        MappingKind.Opaque => solver.OfGroups(mapping.Call),
        MappingKind.DataSource => solver.OfBuilder(((IPropertyReferenceOperation)mapping.Call.Instance!).Instance!),
        _ => solver.OfMapping(mapping.Call),
    };

    private Coverage Weigh(Answer answer) => answer.Coverage == Coverage.No && _fallback.MayBeSet ? Coverage.Unknown : answer.Coverage;

    private void Decide(Mapping mapping, CoverageSolver solver, EndpointReport report, CancellationToken cancellation)
    {
        if (handlers is not null && mapping.HasHandlers)
        {
            _open.Add(mapping);
            return;
        }

        var answer = Ask(mapping, solver);
        if (answer.LeftTheMember || (answer.Coverage != Coverage.Yes && _fallback.MayComeYet(cancellation)))
        {
            _open.Add(mapping);
        }
        else
        {
            report.Mapped(mapping, answer.Coverage);
        }
    }
}
