using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Description;

/// <summary>What the OpenAPI description says beyond the endpoints' own signatures: tokens, purpose of use, problems, and types with JSON of their own.</summary>
internal static class RestDescription
{
    private const string Scheme = "token";
    private const string ProblemSchema = "Problem";

    private static readonly IReadOnlyDictionary<Type, string?> TextTypes = new Dictionary<Type, string?>
    {
        [typeof(PatientId)] = null,
        [typeof(HospitalId)] = null,
        [typeof(DoctorId)] = null,
        [typeof(DocumentId)] = null,
        [typeof(Instant)] = "date-time",
        [typeof(LocalDate)] = "date",
        [typeof(byte[])] = "byte",
    };

    /// <summary>Configures the document.</summary>
    public static void Configure(OpenApiOptions options)
    {
        // A bedside host may have endpoints of its own: only ours are described.
        options.ShouldInclude = static description =>
            description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>()
                .SelectMany(t => t.Tags).Any(t => t is "clinical" or "ledger" or "resources" or "devices" or "fhir" or "health");
        options.AddDocumentTransformer(static (document, _, _) => Describe(document));
        options.AddOperationTransformer(static (operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer(static (schema, context, _) => Describe(schema, context));
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "VoiceMed clinical ledger",
            Version = "v1",
            Description = "Every request carries a signed token, or comes over a connection with the client certificate of a registered key, and a purpose of use; every access is audited. Errors are problem documents (RFC 9457) with a stable code.",
        };

        // Where the server listens is no part of the contract.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "ES256 JSON Web Token; kid is account/key of a key registered in the ledger, aud is voicemed, exp at most an hour after iat.",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemSchema] = Problem();
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        var fhir = context.Description.RelativePath?.StartsWith("fhir", StringComparison.Ordinal) == true;
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = fhir ? "An OperationOutcome with the stable code." : "A problem document with the stable code.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [fhir ? "application/fhir+json" : "application/problem+json"] =
                    new() { Schema = fhir ? new OpenApiSchema { Type = JsonSchemaType.Object } : new OpenApiSchemaReference(ProblemSchema, context.Document) },
            },
        };
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<CallerRequired>().Any())
        {
            return Task.CompletedTask;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = PurposeOfUse.Header,
            In = ParameterLocation.Header,
            Required = true,
            Description = "Why the caller asks (HL7 v3 PurposeOfUse).",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. PurposeOfUse.Codes.Select(c => (System.Text.Json.Nodes.JsonNode)c)] },
        });
        if (operation.OperationId is "createTransaction" or "recordResourceEvent" or "invokeContract")
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The source's own key of this fact; a second delivery under it changes nothing.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
            });
        }

        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (TextTypes.TryGetValue(type, out var format))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = format;
            schema.Properties = null;
            schema.Required = null;
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(n => (System.Text.Json.Nodes.JsonNode)System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(n))];
        }

        else if (schema.Type is { } types && (types & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
        {
            // Numbers are written as numbers only; the framework would also read them from strings.
            schema.Type = types & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Problem()
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457.",
            Required = new HashSet<string> { "type", "title", "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = text,
                ["title"] = text,
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = text,
                ["instance"] = text,
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable and machine-readable, for example patient.erased." },
                ["rule"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The rule, consent or contract that refused; on every 403." },
            },
        };
    }
}
