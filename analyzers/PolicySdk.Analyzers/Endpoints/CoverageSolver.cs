using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>
/// Follows builders through code. Policies reach an endpoint in two ways: they are put on what mapping it gave back, wherever that
/// value goes (<see cref="Downstream"/>), or on a group that it was mapped on, wherever that came from (<see cref="Upstream"/>).
/// </summary>
internal sealed partial class CoverageSolver(PolicySymbols symbols, BuilderTypes types, EndpointCode code, CancellationToken cancellation)
{
    // Code that hands a builder on more often than this is not followed.
    private const int MaxDepth = 400;

    private readonly Dictionary<(string Question, object Subject), Answer> _answers = [];
    private int _depth;
    private bool _leftTheMember;

    /// <summary>Whether a policy or an opt-out reaches what a call maps.</summary>
    internal Answer OfMapping(IInvocationOperation mapping) => Solve(() => OfHandler(mapping).Or(() => Downstream(mapping)).Or(() => UpstreamOfCall(mapping)));

    /// <summary>Whether a group covers whatever a call maps that gives nothing back.</summary>
    internal Answer OfGroups(IInvocationOperation mapping) => Solve(() => UpstreamOfCall(mapping));

    /// <summary>Whether a group covers what is added to the data sources of a builder.</summary>
    internal Answer OfBuilder(IOperation builder) => Solve(() => Upstream(builder));

    private Coverage UpstreamOfCall(IInvocationOperation mapping) => RoutesOf(mapping).Select(Upstream).All();

    // What a call maps on, or makes a group of.
    private IEnumerable<IOperation> RoutesOf(IInvocationOperation call) =>
        call.ArgumentsWithReceiver().Where(argument => types.IsRoutes(argument.Value.Type)).Select(static argument => argument.Value);

    private Answer Solve(Func<Coverage> question)
    {
        _leftTheMember = false;
        var found = question();
        return new(found == Coverage.Pending ? Coverage.Unknown : found, _leftTheMember);
    }

    private Coverage Ask(string question, object subject, Func<Coverage> answer)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_answers.TryGetValue((question, subject), out var known))
        {
            _leftTheMember |= known.LeftTheMember;
            return known.Coverage;
        }

        if (_depth >= MaxDepth)
        {
            return Coverage.Unknown;
        }

        var before = _leftTheMember;
        _leftTheMember = false;
        _answers[(question, subject)] = new(Coverage.Pending, LeftTheMember: false);
        _depth++;
        var found = new Answer(answer(), _leftTheMember);
        _depth--;
        _leftTheMember |= before;

        // In the midst of recursion there is no answer yet.
        if (found.Coverage == Coverage.Pending)
        {
            _answers.Remove((question, subject));
        }
        else
        {
            _answers[(question, subject)] = found;
        }

        return found.Coverage;
    }

    private Coverage Leave(Func<Coverage> answer)
    {
        _leftTheMember = true;
        return answer();
    }

    // A local function is part of the member.
    private Coverage Within(IMethodSymbol method, Func<Coverage> answer) => method.MethodKind == MethodKind.LocalFunction ? answer() : Leave(answer);

    // What is asked of each body that a call may run, with its own parameter.
    private Coverage OfTargets(IMethodSymbol method, IParameterSymbol parameter, Func<IParameterSymbol, IOperation, Coverage> ask) =>
        code.Targets(method).Select(target => ParameterOf(target, parameter) is { } own && code.BodyOf(target) is { } body ? ask(own, body) : Coverage.Unknown).All();

    private bool IsExternal(IMethodSymbol method) => !symbols.IsSource(method);

    // What a call gives for a parameter.
    private static IOperation? ArgumentFor(IOperation call, IParameterSymbol parameter) =>
        call.ArgumentsWithReceiver().Where(argument => argument.Parameter.ContainingSymbol is IMethodSymbol == parameter.ContainingSymbol is IMethodSymbol && argument.Parameter.Ordinal == parameter.Ordinal)
            .Select(static argument => argument.Value).FirstOrDefault();

    // The parameter of a target that stands where the one of the called member stands.
    private static IParameterSymbol? ParameterOf(IMethodSymbol target, IParameterSymbol called) =>
        called.ContainingSymbol is IMethodSymbol
            ? called.Ordinal < target.Parameters.Length ? target.Parameters[called.Ordinal] : null
            : target.ContainingType?.ExtensionParameter;
}
