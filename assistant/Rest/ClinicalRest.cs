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
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Fabric.Clinical;

namespace VoiceMed.Assistant.Rest;

/// <summary>
/// The ledger over HTTP: the three calls of clinicians, <c>/ledger/…</c>, <c>/fhir/…</c>, <c>/health</c> and the OpenAPI
/// description at <c>/openapi/v1.json</c>. docs/rest.md describes it.
/// </summary>
public static class ClinicalRest
{
    /// <summary>Adds what the endpoints need over the embedded ledger.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="ledger">The ledger; the host closes it.</param>
    /// <param name="time">The clock tokens are checked against. Default: the system's.</param>
    public static IServiceCollection AddClinicalRest(this IServiceCollection services, EmbeddedLedger ledger, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(ledger);
        services.AddSingleton(ledger);
        services.AddSingleton<IResourceBook>(new EmbeddedResourceBook(ledger));
        services.AddSingleton<IErasureDesk>(ledger.Erasure);
        services.AddSingleton(new DeviceGateway(ledger));
        services.AddSingleton(new FhirImporter(ledger));
        var browser = new LedgerBrowser(ledger);
        services.AddSingleton(browser);
        services.AddSingleton<ILedgerBrowser>(browser);
        return services.AddAnyLedger(ledger, ledger.Accounts, time ?? TimeProvider.System);
    }

    /// <summary>Adds what the endpoints need over a Fabric channel. Calls that only the embedded ledger has answer 501 <c>engine.embedded-only</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="ledger">The ledger; the host closes it.</param>
    /// <param name="time">The clock tokens are checked against. Default: the system's.</param>
    public static IServiceCollection AddClinicalRest(this IServiceCollection services, FabricLedger ledger, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(ledger);
        var clock = time ?? TimeProvider.System;
        services.AddSingleton(ledger);
        services.AddSingleton(new DeviceGateway(ledger, clock));
        services.AddSingleton(new FhirImporter(ledger, clock));
        services.AddSingleton<IResourceBook>(new FabricResourceBook(ledger.Resources));
        services.AddSingleton<IErasureDesk>(ledger.Erasure);
        services.AddSingleton<ILedgerBrowser>(ledger.Browser);
        foreach (var part in EmbeddedOnly.Parts)
        {
            services.AddSingleton(part, static _ => throw new InvalidOperationException("Only the embedded ledger has this."));
        }

        return services.AddAnyLedger(ledger, ledger.Accounts, clock);
    }

    private static IServiceCollection AddAnyLedger(this IServiceCollection services, IClinicalLedger ledger, IAccountRegister register, TimeProvider time)
    {
        var accounts = new RestAccounts(register, (ledger as EmbeddedLedger)?.Registry);
        services.AddSingleton(ledger);
        services.AddSingleton(register);
        services.AddSingleton(accounts);
        services.AddSingleton(new CallerFilter(accounts, time));
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
        if (routes.ServiceProvider.GetService<FabricLedger>() is not null)
        {
            EmbeddedOnly.Refuse(closed);
        }

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
