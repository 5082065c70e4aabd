using System.Text;
using System.Text.Json;
using CsCheck;
using PolicySdk.Cli.Editing;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Tests.Editing;

/// <summary>Edits of files laid out in every way that the language has: exactly what was meant changes, and removing what was added gives the bytes back.</summary>
public sealed class EntryEditorLayoutTests
{
    private static readonly Gen<string> Comment = Gen.OneOf("", "", "  # why: [not, {an} entry", " #'\"");
    private static readonly Gen<string> Blank = Gen.OneOf("", "", "", "\n", "# between\n", "      # - 192.0.2.99\n");

    private static readonly Gen<string> Notes = Gen.OneOf(
        "plain", "\"quoted: # no comment\"", "'it''s'", "\"over\n              lines\"", "plain over\n              lines", "|\n              literal\n              # text\n", ">-\n              folded\n\n              text\n", "|+\n              kept\n\n\n");

    private static readonly Gen<string> Item =
        from kind in Gen.Int[0, 5]
        from number in Gen.Int[1, 250]
        from note in Notes
        from comment in Comment
        select kind switch
        {
            0 => $" 192.0.2.{number}{comment}\n",
            1 => $"   \"192.0.2.{number}\"{comment}\n",
            2 => $" {{ip: 192.0.2.{number},   note: '[x], {{y}} #'}}{comment}\n",
            3 => $" {{ip: 192.0.2.{number},{comment}\n            note: x\n            }}\n",
            4 => $" ip: 192.0.2.{number}{comment}\n@note: {Ended(note)}",
            _ => $"{comment}\n@ip: 192.0.2.{number}\n@note: {Ended(note)}@expires: 2099-01-31{comment}\n",
        };

    private static readonly Gen<string[]> Brackets = (
        from kind in Gen.Int[0, 2]
        from number in Gen.Int[1, 250]
        select kind switch { 0 => $"192.0.2.{number}", 1 => $"'192.0.2.{number}'", _ => $"{{ip: 192.0.2.{number}, note: \"a, ]\"}}" }).Array[1, 4];

    private static readonly Gen<string> Between = Gen.OneOf(", ", ",", " , ", ",\n            ", ", # why, not\n            ", "\n            ,");

    /// <summary>What stands after the key of a list, for an indentation of items.</summary>
    private static readonly Gen<Func<string, string>> List = Gen.OneOf(
        Gen.Select(Item.Array[1, 4], Blank.Array[4], static (items, blanks) => (Func<string, string>)(indent =>
            "\n" + string.Concat(items.Select((item, i) => blanks[i] + indent + "-" + item.Replace("@", indent + "  ", StringComparison.Ordinal))))),
        Gen.Select(Brackets, Between, Comment, Gen.Bool, static (items, between, comment, isLong) => (Func<string, string>)(_ =>
            isLong ? $" [\n            {string.Join(between, items)}{comment}\n            ]{comment}\n" : $" [{string.Join(between, items)}]{comment}\n")));

    private static readonly Gen<string> Files =
        from allow in List
        from acme in List
        from birch in List
        from block in List
        from blanks in Blank.Array[6]
        from indent in Gen.OneOf("", "  ", "    ")
        from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
        from isWindows in Gen.Bool
        from ending in Gen.OneOf("\n", "", "\n\n# the end\n", "\n...\n")
        select Join(
            [
                $"allow:{allow(indent)}",
                $"clients:\n{blanks[0]}  acme:\n      allow:{acme("      " + indent)}{blanks[1]}  \"birch\":\n      owner: me\n      allow:{birch("      " + indent)}",
                $"block:{block(indent)}",
                "expect: # claims\n- {allow: 192.0.2.1}\n",
            ],
            order, blanks, ending, isWindows);

    [Fact]
    public void Exactly_what_is_meant_changes() => Files.Sample(
        static text =>
        {
            var file = YamlText.Parse("api.policy.yaml", text);
            foreach (var place in Places)
            {
                var list = (YamlSequence)Find(file.Root, place);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    RemovesOne(file, place, list, i);
                    RenewsOne(file, place, list, i);
                }

                RemovesMany(file, place, list);
                AddsAndRemoves(file, place, list);
            }
        },
        iter: 500);

    private static ListPlace[] Places => [new(ListKind.Allow), new(ListKind.Client, "acme"), new(ListKind.Client, "birch"), new(ListKind.Block)];

    private static void RemovesOne(YamlText file, ListPlace place, YamlSequence list, int index)
    {
        var edit = new EntryEditor("api.policy.yaml", file).Remove(place, EntryAt(file.Text, place, index));
        var after = TextEdit.Apply(file.Text, [edit]);

        var dropped = list.Items.Count > 1 ? list.Items[index]
            : place.Kind == ListKind.Client ? YamlText.Find((YamlMapping)YamlText.Find(file.Root, Keys.Clients)!, place.Name!)!
            : list;
        Assert.True(Content(Root(after)) == Content(file.Root, node => node == dropped ? "" : null), $"Removing item {index} of {place.Text}:\n{file.Text}\n=>\n{after}");
    }

    // Edits that touch each other are left for another time; those that are made must not need them.
    private static void RemovesMany(YamlText file, ListPlace place, YamlSequence list)
    {
        var editor = new EntryEditor("api.policy.yaml", file);
        var after = TextEdit.Apply(file.Text, Enumerable.Range(0, list.Items.Count - 1).Select(i => editor.Remove(place, EntryAt(file.Text, place, i))));

        var left = ((YamlSequence)Find(Root(after), place)).Items.Select(static item => Content(item)).ToList();
        Assert.True(left.Count < list.Items.Count || list.Items.Count == 1);
        using var all = list.Items.Select(static item => Content(item)).GetEnumerator();
        Assert.All(left, item => Assert.True(Finds(all, item), $"{item} is not where it was:\n{file.Text}\n=>\n{after}"));
        Assert.Equal(Content(list.Items[^1]), left[^1]);
        Assert.Equal(Emptied(file.Root, place), Emptied(Root(after), place));
    }

    private static void RenewsOne(YamlText file, ListPlace place, YamlSequence list, int index)
    {
        var item = list.Items[index];
        var after = TextEdit.Apply(file.Text, [EntryFields.Set(file, item, Keys.Expires, "2099-12-31")]);

        var fields = item is YamlMapping mapping ? mapping.Pairs.Select(static pair => (pair.Key.Text, Content(pair.Value))).ToList() : [(Keys.Ip, Content(item))];
        fields.RemoveAll(static field => field.Item1 == Keys.Expires);
        fields.Add((Keys.Expires, "\"2099-12-31\""));
        var expected = Mapping(fields);
        Assert.True(Content(Root(after)) == Content(file.Root, node => node == item ? expected : null), $"Renewing item {index} of {place.Text}:\n{file.Text}\n=>\n{after}");
    }

    private static void AddsAndRemoves(YamlText file, ListPlace place, YamlSequence list)
    {
        NewEntry entry = new(Keys.Ip, "198.51.100.1", [(Keys.Note, "a: [b]")]);
        var added = TextEdit.Apply(file.Text, new EntryEditor("api.policy.yaml", file).Add(place, [entry]));

        var items = list.Items.Select(static item => Content(item)).Append(Mapping([(Keys.Ip, "\"198.51.100.1\""), (Keys.Note, "\"a: [b]\"")]));
        Assert.True(Content(Root(added)) == Content(file.Root, node => node == list ? $"[{string.Join(",", items)}]" : null), $"Adding to {place.Text}:\n{file.Text}\n=>\n{added}");

        var removal = new EntryEditor("api.policy.yaml", YamlText.Parse("api.policy.yaml", added)).Remove(place, EntryAt(added, place, list.Items.Count));
        Assert.Equal(file.Text, TextEdit.Apply(added, [removal]));
    }

    private static bool Finds(IEnumerator<string> items, string wanted)
    {
        while (items.MoveNext())
        {
            if (items.Current == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static string Emptied(YamlMapping root, ListPlace place)
    {
        var list = Find(root, place);
        return Content(root, node => node == list ? "[]" : null);
    }

    private static YamlMapping Root(string text) => YamlReader.Read(text) is { Fault: null, Root: YamlMapping root } ? root : throw new InvalidOperationException($"It can't be read any more:\n{text}");

    private static YamlNode Find(YamlMapping root, ListPlace place) => place.Kind switch
    {
        ListKind.Allow => YamlText.Find(root, Keys.Allow)!,
        ListKind.Block => YamlText.Find(root, Keys.Block)!,
        _ => YamlText.Find((YamlMapping)YamlText.Find((YamlMapping)YamlText.Find(root, Keys.Clients)!, place.Name!)!, Keys.Allow)!,
    };

    private static PolicyEntry EntryAt(string text, ListPlace place, int index)
    {
        var item = ((YamlSequence)Find(Root(text), place)).Items[index];
        return PolicyEntry.Bare((item is YamlMapping mapping ? YamlText.Find(mapping, Keys.Ip)! : item).Range, null, null);
    }

    // Blank lines between items become part of a text above that keeps its line ends (|+), when the item between goes.
    private static string Content(YamlNode node, Func<YamlNode, string?>? replace = null) => replace?.Invoke(node) ?? node switch
    {
        YamlScalar scalar => JsonSerializer.Serialize(scalar.Text.TrimEnd('\n')),
        YamlSequence list => $"[{string.Join(",", list.Items.Select(item => Content(item, replace)).Where(static item => item.Length > 0))}]",
        _ => Mapping(((YamlMapping)node).Pairs.Select(pair => (pair.Key.Text, Content(pair.Value, replace))).Where(static pair => pair.Item2.Length > 0)),
    };

    private static string Mapping(IEnumerable<(string Key, string Value)> pairs) => $"{{{string.Join(",", pairs.Select(static pair => $"\"{pair.Key}\":{pair.Value}"))}}}";

    private static string Ended(string note) => note.EndsWith('\n') ? note : note + "\n";

    private static string Join(string[] sections, int[] order, string[] blanks, string ending, bool isWindows)
    {
        var text = new StringBuilder("policy: api   # the name\n");
        for (var i = 0; i < order.Length; i++)
        {
            text.Append(blanks[i + 2]).Append(sections[order[i]]);
        }

        var joined = text.ToString().TrimEnd('\n') + ending;
        return isWindows ? joined.Replace("\n", "\r\n", StringComparison.Ordinal) : joined;
    }
}
