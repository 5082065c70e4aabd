namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>Takes lines out of a project that breaks a promise for as long as it still breaks it: what is left is what to look at.</summary>
internal static class Shrinker
{
    internal static FuzzProject Shrink(FuzzProject project, Func<FuzzProject, bool> isBroken)
    {
        for (var hasShrunk = true; hasShrunk;)
        {
            var smaller = Smaller(project).FirstOrDefault(isBroken);
            hasShrunk = smaller is not null;
            project = smaller ?? project;
        }

        return project;
    }

    private static IEnumerable<FuzzProject> Smaller(FuzzProject project)
    {
        for (var index = 0; index < project.Files.Count; index++)
        {
            var files = project.Files;
            var (path, text) = files[index];
            if (files.Count > 1)
            {
                yield return new([.. files.Where(file => file.Path != path)]);
            }

            var lines = text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                var rest = string.Join('\n', lines.Where((_, other) => other != line));
                yield return new([.. files.Select(file => file.Path == path ? (path, rest) : file)]);
            }
        }
    }
}
