namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What a class is to those that read attributes for endpoints.</summary>
internal enum AttributedClass
{
    /// <summary>Nothing that is known reads its attributes.</summary>
    Plain,

    /// <summary>Code that can't be seen may read them.</summary>
    Unknown,

    /// <summary>Its attributes are read, and its methods are not looked at here: a component, a page, a gRPC service.</summary>
    Handler,
    Connection,
    Controller,
    Hub,
    PageModel,
}
