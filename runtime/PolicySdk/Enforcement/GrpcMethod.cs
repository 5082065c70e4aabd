using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PolicySdk.Enforcement;

/// <summary>What handles the calls of a gRPC method, read without a reference to the packages of gRPC.</summary>
/// <param name="Index">Where the metadata names it; its attributes follow.</param>
/// <param name="Service">The class.</param>
/// <param name="Method">The method, or null where it can't be told.</param>
internal sealed record GrpcMethod(int Index, Type Service, MethodInfo? Method)
{
    // Literals, so that trimming sees what is asked for and keeps it.
    private static readonly PropertyInfo? ServiceProperty =
        Type.GetType("Grpc.AspNetCore.Server.GrpcMethodMetadata, Grpc.AspNetCore.Server")?.GetProperty("ServiceType");

    private static readonly PropertyInfo? MethodProperty =
        Type.GetType("Grpc.AspNetCore.Server.GrpcMethodMetadata, Grpc.AspNetCore.Server")?.GetProperty("Method");

    private static readonly PropertyInfo? NameProperty = Type.GetType("Grpc.Core.IMethod, Grpc.Core.Api")?.GetProperty("Name");

    internal static GrpcMethod? Find(IReadOnlyList<object> metadata)
    {
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (metadata[i].GetType().FullName == "Grpc.AspNetCore.Server.GrpcMethodMetadata")
            {
                // Of another copy of the package nothing can be read: no place has its attributes then.
                return ServiceProperty?.DeclaringType?.IsInstanceOfType(metadata[i]) == true && ServiceProperty.GetValue(metadata[i]) is Type service
                    ? new(i, service, MethodOf(service, NameProperty?.GetValue(MethodProperty?.GetValue(metadata[i])) as string))
                    : new(i, typeof(object), Method: null);
            }
        }

        return null;
    }

    // One of several with that name may be another's, whose attributes say nothing of this call.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "gRPC keeps the methods that it calls.")]
    private static MethodInfo? MethodOf(Type service, string? name) =>
        service.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(method => method.IsVirtual && method.Name == name).ToList() is [var only]
            ? only
            : null;
}
