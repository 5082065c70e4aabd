using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

internal sealed partial class EndpointCode
{
    /// <summary>Adds what one member consists of.</summary>
    internal void Add(ISymbol owner, IEnumerable<IOperation> blocks)
    {
        foreach (var root in blocks.Select(static block => block.Root()).Distinct())
        {
            _owners[root] = owner;
            AddBody(owner, root);
            foreach (var operation in root.DescendantsAndSelf())
            {
                Add(operation);
            }
        }
    }

    private static void Put<T>(Dictionary<ISymbol, List<T>> index, ISymbol symbol, T found)
    {
        var key = symbol.Declaration();
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(found);
    }

    private void AddBody(ISymbol owner, IOperation root)
    {
        if (owner is not IMethodSymbol method)
        {
            return;
        }

        _bodies[method.Declaration()] = root;
        foreach (var contract in Contracts(method))
        {
            Put(_implementations, contract, (IMethodSymbol)method.Declaration());
        }
    }

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                Invocations.Add(invocation);
                AddCall(invocation.TargetMethod, invocation);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                AddCall(constructor, creation);
                break;
            case IMethodReferenceOperation reference:
                Put(_methodReferences, reference.Method, reference);
                break;
            case ILocalReferenceOperation reference:
                AddReference(reference.Local, reference);
                break;
            case IParameterReferenceOperation reference:
                AddReference(reference.Parameter, reference);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference when symbols.IsSource(reference.Member):
                AddReference(reference.Member, reference);
                break;
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                Put(_values, declarator.Symbol, value);
                break;
            case IFieldInitializerOperation initializer:
                AddValues(initializer.InitializedFields, initializer.Value);
                break;
            case IPropertyInitializerOperation initializer:
                AddValues(initializer.InitializedProperties, initializer.Value);
                break;
            case IIsPatternOperation { Pattern: var pattern, Value: var tested } when pattern.DeclaredVariable() is { } declared:
                Put(_values, declared, tested);
                break;
            case IReturnOperation { ReturnedValue: { } value } when OwnerOf(operation) is { } owner:
                Put(_returns, (owner as IMethodSymbol)?.AssociatedSymbol ?? owner, value);
                break;
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                _jumping.Add(operation.Root());
                break;
            case ILocalFunctionOperation { Body: { } body } function:
                _bodies[function.Symbol.Declaration()] = body;
                break;
            case IAnonymousFunctionOperation lambda:
                _bodies[lambda.Symbol.Declaration()] = lambda.Body;
                break;
        }
    }

    private void AddCall(IMethodSymbol method, IOperation call)
    {
        if (symbols.IsSource(method))
        {
            Put(_calls, method, call);
        }
    }

    private void AddReference(ISymbol variable, IOperation reference)
    {
        if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
        {
            Put(_values, variable, assignment.Value);
            if (assignment is ISimpleAssignmentOperation)
            {
                return;
            }
        }

        if (UnseenValue(reference) is { } unseen)
        {
            Put(_values, variable, unseen);
        }

        Put(_references, variable, reference);
    }

    // What sets a variable to something that no operation gives: ref and out arguments, deconstruction, a variable by another name.
    private static IOperation? UnseenValue(IOperation reference)
    {
        var place = reference;
        while (place.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            place = place.Parent;
        }

        return place.Parent switch
        {
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument,
            IDeconstructionAssignmentOperation assignment when assignment.Target == place => assignment,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } initializer => initializer,
            _ => null,
        };
    }

    private void AddValues(IEnumerable<ISymbol> variables, IOperation value)
    {
        foreach (var variable in variables)
        {
            Put(_values, variable, value);
        }
    }
}
