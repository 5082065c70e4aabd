using Spectre.Console;

namespace PolicySdk.Cli.Output;

/// <summary>Where commands write: colours and widths on a terminal, plain whole lines in a pipe.</summary>
internal sealed class CommandConsole
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // Terminals wrap lines themselves; lines that are cut into lines can't be copied.
    private readonly Lazy<IAnsiConsole> _terminal = new(static () =>
    {
        AnsiConsole.Profile.Width = 100_000;
        return AnsiConsole.Console;
    });

    private readonly TextWriter _output;
    private readonly TextWriter _error;

    internal CommandConsole(TextWriter output, TextWriter error)
    {
        (_output, _error) = (output, error);
        IsTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        IsInteractive = IsTerminal && !Console.IsInputRedirected;
    }

    /// <summary>Whether a person sees the output.</summary>
    internal bool IsTerminal { get; }

    /// <summary>Whether a person can be asked.</summary>
    internal bool IsInteractive { get; }

    /// <summary>Whether colours were turned off.</summary>
    internal bool IsPlain { get; set; }

    /// <summary>A line, as it is.</summary>
    internal void WriteLine(string line = "") => _output.WriteLine(line);

    /// <summary>A line in a style; in a pipe, or with colours off, as it is.</summary>
    internal void WriteLine(string line, Style style)
    {
        if (IsTerminal && !IsPlain)
        {
            _terminal.Value.Write(new Text(line + "\n", style));
        }
        else
        {
            _output.WriteLine(line);
        }
    }

    /// <summary>Does work that may take long, and shows on a terminal that it goes on.</summary>
    internal T Work<T>(string what, Func<T> work)
    {
        var task = Task.Run(work);
        if (IsTerminal && !Console.IsErrorRedirected && !Ended(task) && !IsPlain)
        {
            var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            terminal.Status().Start(what, _ => Task.WaitAny(task));
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Asks the person at the terminal.</summary>
    internal string Ask(string question) => AnsiConsole.Prompt(new TextPrompt<string>(Markup.Escape(question)));

    /// <summary>Text for machines, to the last character.</summary>
    internal void Write(string text) => _output.Write(text);

    /// <summary>A line for people beside the output.</summary>
    internal void Error(string line) => _error.WriteLine($"policysdk: {line}");

    /// <summary>A finding beside the output, in the form in which editors find its place.</summary>
    internal void ErrorLine(string line) => _error.WriteLine(line);

    // However it ended: that it failed is told by whoever asks for the result.
    private static bool Ended(Task task) => Task.WaitAny([task], Patience) == 0;
}
