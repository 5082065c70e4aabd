using Microsoft.AspNetCore.Mvc.Testing;
using PolicySdk.Expectations;
using PolicySdk.Testing.Exposure;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>
/// Holds the file <c>exposure.lock</c> beside the policies against the application: a line for each endpoint with its policies and the number of
/// addresses that they let in, so that a pull request shows who can reach more than before.
/// </summary>
public static class ExposureInventory
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "exposure.lock";

    /// <summary>
    /// Fails unless the committed file says what the application exposes now. Writes the file where <paramref name="accept"/> or the environment
    /// variable <c>POLICYSDK_ACCEPT_EXPOSURE</c> asks for it, except where <c>CI</c> is set.
    /// </summary>
    /// <typeparam name="TEntryPoint">A class of the application; <c>Program</c>.</typeparam>
    /// <param name="factory">Starts the application.</param>
    /// <param name="environmentName">The host environment of which the sizes are; that of the factory does not matter for them.</param>
    /// <param name="accept">Whether to write the file instead of failing where it differs; never where <c>CI</c> is set.</param>
    /// <exception cref="PolicyTestException">The file is stale or missing: the message shows the lines that differ. Or it is to be written where <c>CI</c> is set.</exception>
    /// <exception cref="InvalidOperationException">The application has no policies, or its endpoints or the folder of its policies can't be read.</exception>
    public static void Verify<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory, string environmentName = Expectation.DefaultEnvironment, bool accept = false)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        var folder = PolicyFolder.Of(typeof(TEntryPoint).Assembly);
        new ExposureFile(Path.Combine(folder.Project, folder.Folder, FileName), Environment.GetEnvironmentVariable).Verify(Read(factory.Services, environmentName), accept);
    }

    /// <summary>The lines of the file as they would be now: for each endpoint its methods, route, kind, policies, mode and numbers of addresses, IPv4 and IPv6.</summary>
    /// <param name="services">The services of an application that has started.</param>
    /// <param name="environmentName">The host environment of which the sizes are.</param>
    /// <exception cref="InvalidOperationException">The application has no policies, or its endpoints can't be read.</exception>
    public static IReadOnlyList<string> Read(IServiceProvider services, string environmentName = Expectation.DefaultEnvironment)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(environmentName);
        return new ExposureText(environmentName).Write(ApplicationEndpoints.Read(services));
    }
}
