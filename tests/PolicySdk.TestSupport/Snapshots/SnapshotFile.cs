namespace PolicySdk.TestSupport.Snapshots;

/// <summary>A verified file: its name without the folder, and its text.</summary>
internal sealed record SnapshotFile(string Name, string Text);
