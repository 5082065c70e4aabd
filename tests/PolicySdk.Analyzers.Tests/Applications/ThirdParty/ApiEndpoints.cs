// Stand-in for the package Ardalis.ApiEndpoints: controllers of one action, put together from nested generic bases.
using Microsoft.AspNetCore.Mvc;

namespace Ardalis.ApiEndpoints
{
    [ApiController]
    public abstract class EndpointBase : ControllerBase;

    public static class EndpointBaseAsync
    {
        public static class WithRequest<TRequest>
        {
            public abstract class WithActionResult<TResponse> : EndpointBase
            {
                public abstract Task<ActionResult<TResponse>> HandleAsync(TRequest request, CancellationToken cancellationToken = default);
            }
        }

        public static class WithoutRequest
        {
            public abstract class WithResult<TResponse> : EndpointBase
            {
                public abstract Task<TResponse> HandleAsync(CancellationToken cancellationToken = default);
            }
        }
    }
}
