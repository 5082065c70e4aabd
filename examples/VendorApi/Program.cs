using VendorApi;
using VendorApi.Demo;
using VendorApi.Tokens;

return args switch
{
    ["--new-token"] => NewToken.Print(),
    _ when args.Contains("--demo") => await Demonstration.RunAsync([.. args.Where(static argument => argument != "--demo")]),
    _ => await Server.RunAsync(args),
};
