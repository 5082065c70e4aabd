using PolicySdk.Cli.Commands;

return await PolicySdkCommand.RunAsync(args, Console.Out, Console.Error);
