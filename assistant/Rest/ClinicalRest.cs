using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Clinical;
using VoiceMed.Assistant.Rest.Description;
using VoiceMed.Assistant.Rest.Fhir;
using VoiceMed.Assistant.Rest.Ledger;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Browsing;
using VoiceMed.Ledger.Devices;
using VoiceMed.Ledger.Import;
using VoiceMed.Ledger.Resources;
using VoiceMed.LedgerClient;

namespace VoiceMed.Assistant.Rest;

/// <summary>
/// The ledger over HTTP: the three calls of clinicians, <c>/ledger/…</c>, <c>/fhir/…</c>, <c>/health</c> and the OpenAPI
/// description at <c>/openapi/v1.json</c>. docs/rest.md describes it.
/// </summary>
public static class ClinicalRest
{
    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="ledger">The ledger; the host closes it.</param>
    /// <param name="time">The clock tokens are checked against. Default: the system's.</param>
    public static IServiceCollection AddClinicalRest(this IServiceCollection services, EmbeddedLedger ledger, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(ledger);
        var accounts = new RestAccounts(ledger);
        services.AddSingleton(ledger);
        services.AddSingleton<IClinicalLedger>(ledger);
        services.AddSingleton(accounts);
        services.AddSingleton(new CallerFilter(accounts, time ?? TimeProvider.System));
        services.AddSingleton(new ResourceRegistry(ledger.Store));
        services.AddSingleton(new DeviceGateway(ledger));
        services.AddSingleton(new FhirImporter(ledger));
        services.AddSingleton(new LedgerBrowser(ledger));
        services.AddOpenApi("v1", RestDescription.Configure);
        return services;
    }

    /// <summary>Maps the endpoints. Call it after routing is set up.</summary>
    public static IEndpointRouteBuilder MapClinicalRest(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var open = routes.MapGroup(string.Empty);
        open.AddEndpointFilter<ProblemFilter>();
        HealthEndpoint.Map(open);
        FhirEndpoints.MapMetadata(open);
        open.MapOpenApi("/openapi/{documentName}.json");

        var closed = routes.MapGroup(string.Empty).WithMetadata(new CallerRequired());
        closed.AddEndpointFilter<ProblemFilter>();
        closed.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<CallerFilter>().InvokeAsync(context, next));
        ClinicalEndpoints.Map(closed);
        BlockEndpoints.Map(closed);
        TransactionEndpoints.Map(closed);
        AccountEndpoints.Map(closed);
        GovernanceEndpoints.Map(closed);
        ContractEndpoints.Map(closed);
        ErasureEndpoints.Map(closed);
        ConsentEndpoints.Map(closed);
        ResourceEndpoints.Map(closed);
        DeviceEndpoints.Map(closed);

        // FHIR clients expect OperationOutcome instead of a problem document.
        var fhir = routes.MapGroup("/fhir").WithMetadata(new CallerRequired());
        fhir.AddEndpointFilter<FhirProblemFilter>();
        fhir.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<CallerFilter>().InvokeAsync(context, next));
        FhirEndpoints.Map(fhir);
        return routes;
    }
}
