// A small service with everything in Program.cs, each endpoint with its own policy, as in tutorials of minimal APIs.
using System.Collections.Concurrent;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddIpPolicies();
builder.Services.AddSingleton<TodoStore>();
builder.Services.AddHealthChecks();

var app = builder.Build();

app.UseIpPolicies();

app.MapGet("/", () => "Todo service").AllowAnyAddress("says nothing but its name");

app.MapGet("/todos", (TodoStore store) => store.All())
    .WithName("ListTodos")
    .RequireIpPolicy<IpPolicies.Office>();

app.MapGet("/todos/{id:int}", (int id, TodoStore store) => store.Find(id) is { } todo ? Results.Ok(todo) : Results.NotFound())
    .RequireIpPolicy<IpPolicies.Office>()
    .WithName("GetTodo");

app.MapPost("/todos", (Todo todo, TodoStore store) =>
{
    store.Put(todo);
    return Results.Created($"/todos/{todo.Id}", todo);
}).RequireIpPolicy<IpPolicies.Office>();

app.MapPut("/todos/{id:int}", (int id, Todo todo, TodoStore store) =>
{
    if (id != todo.Id)
    {
        return Results.BadRequest();
    }

    store.Put(todo);
    return Results.NoContent();
})
.Produces(StatusCodes.Status204NoContent)
.Produces(StatusCodes.Status400BadRequest)
.RequireIpPolicy<IpPolicies.Admin>();

app.MapDelete("/todos/{id:int}", (int id, TodoStore store) => store.Remove(id) ? Results.NoContent() : Results.NotFound())
   .RequireIpPolicy<IpPolicies.Admin>();

app.MapPatch("/todos/{id:int}/done", [RequireIpPolicy<IpPolicies.Admin>] (int id, TodoStore store) => store.Finish(id));

app.MapMethods("/todos", [HttpMethods.Options, HttpMethods.Head], () => Results.Ok()).RequireIpPolicy<IpPolicies.Office>();

app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");

app.Run();

record Todo(int Id, string Title, bool Done);

sealed class TodoStore
{
    private readonly ConcurrentDictionary<int, Todo> _todos = new();

    public IEnumerable<Todo> All() => _todos.Values.OrderBy(todo => todo.Id);

    public Todo? Find(int id) => _todos.GetValueOrDefault(id);

    public void Put(Todo todo) => _todos[todo.Id] = todo;

    public bool Remove(int id) => _todos.TryRemove(id, out _);

    public IResult Finish(int id)
    {
        if (Find(id) is not { } todo)
        {
            return Results.NotFound();
        }

        Put(todo with { Done = true });
        return Results.Ok();
    }
}
