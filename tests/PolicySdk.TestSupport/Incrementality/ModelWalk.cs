using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.TestSupport.Incrementality;

/// <summary>
/// Walks everything that a step's output reaches, and finds what may not be there: objects that keep a compilation alive, or that are
/// never equal to those of the next run.
/// </summary>
internal sealed class ModelWalk
{
    private const int MostObjects = 1_000_000;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(object Value, string Path)> _waiting = new();
    private readonly List<string> _faults = [];

    private ModelWalk()
    {
    }

    /// <summary>The paths to what may not be in a model; empty if all is well.</summary>
    internal static IReadOnlyList<string> FindFaults(object? root)
    {
        var walk = new ModelWalk();
        walk.Push(root, root?.GetType().Name ?? "");
        walk.Run();
        return walk._faults;
    }

    private void Run()
    {
        while (_waiting.TryPop(out var next))
        {
            if (_seen.Count > MostObjects)
            {
                throw new InvalidOperationException("The model is too large to walk; use a smaller one.");
            }

            if (IsForbidden(next.Value))
            {
                _faults.Add($"{next.Path} is a {next.Value.GetType().Name}");
            }
            else
            {
                Visit(next.Value, next.Path);
            }
        }
    }

    private static bool IsForbidden(object value) =>
        value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or SourceText or AdditionalText or Location or Diagnostic
            or SyntaxToken or SyntaxTrivia or IOperation or AttributeData or Delegate;

    private void Visit(object value, string path)
    {
        if (value is Array array)
        {
            VisitItems(array, path);
            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Push(field.GetValue(value), path + "." + field.Name);
            }
        }
    }

    private void VisitItems(IEnumerable items, string path)
    {
        foreach (var item in items)
        {
            Push(item, path + "[]");
        }
    }

    private void Push(object? value, string path)
    {
        var isLeaf = value is null or string or Pointer or Type || value.GetType() is { IsPrimitive: true } or { IsEnum: true };
        if (!isLeaf && (value is ValueType || _seen.Add(value!)))
        {
            _waiting.Push((value!, path));
        }
    }
}
