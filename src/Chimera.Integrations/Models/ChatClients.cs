using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace Chimera.Integrations.Models;

/// <summary>Makes a provider's own client. Retries and timeouts are not theirs: <see cref="PatientHandler"/> stands below them all.</summary>
internal sealed class ChatClients(ModelSettings settings, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>An empty key is refused by the client itself, before a server that wants none could be asked.</summary>
    private const string NoKey = "none";

    public IChatClient Open(ModelChoice choice)
    {
        var (address, key) = settings.Endpoints[choice.Provider];
        return choice.Provider switch
        {
            "anthropic" => new AnthropicClient
            {
                // all three are set, so that nothing is taken from variables that this program does not document
                BaseUrl = address.ToString().TrimEnd('/'), ApiKey = key?.Reveal(), AuthToken = null, MaxRetries = 0, Timeout = System.Threading.Timeout.InfiniteTimeSpan, HttpClient = Http(choice, key)
            }.AsIChatClient(choice.Model),
            "ollama" => Ollama(choice, address),
            _ => OpenAI(choice, address, key)
        };
    }

    private OllamaApiClient Ollama(ModelChoice choice, Uri address)
    {
        var http = Http(choice, null);
        http.BaseAddress = address;
        return new(http, choice.Model);
    }

    private IChatClient OpenAI(ModelChoice choice, Uri address, Secret? key)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = address, Transport = new HttpClientPipelineTransport(Http(choice, key)), RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = System.Threading.Timeout.InfiniteTimeSpan
        };
        return new ChatClient(choice.Model, new ApiKeyCredential(key?.Reveal() ?? NoKey), options).AsIChatClient();
    }

    private HttpClient Http(ModelChoice choice, Secret? key) =>
        new(new PatientHandler(choice.Provider, key, settings.Timeout, clock, logs.CreateLogger($"Chimera.Models.{choice.Provider}")))
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan
        };
}
