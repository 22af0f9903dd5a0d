using System.CommandLine;
using System.Text;
using VoiceMed.Assistant.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var terminal = new Terminal(Console.Out, Console.Error);
return await CommandRunner.RunAsync(CommandTree.Create(terminal), args, terminal).ConfigureAwait(false);
