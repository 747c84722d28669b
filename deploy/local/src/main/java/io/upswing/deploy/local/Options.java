package io.upswing.deploy.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was typed after a command: words, {@code --name value} pairs and {@code --name} flags. */
record Options(List<String> words, Map<String, String> named) {

    /** Anything but the allowed names is refused; those that end in {@code =} take a value. */
    static Options parse(List<String> arguments, Set<String> allowed) {
        var words = new ArrayList<String>();
        var named = new HashMap<String, String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (allowed.contains(argument)) {
                named.put(argument, "");
            } else if (allowed.contains(argument + "=") && rest.hasNext()) {
                named.put(argument, rest.next());
            } else {
                throw new Complaint("Not understood: " + argument + "; ./clinic help says what there is.");
            }
        }
        return new Options(words, named);
    }

    boolean has(String name) {
        return named.containsKey(name);
    }

    String get(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    /** The only word, which must be one of the choices. */
    String oneOf(List<String> choices) {
        if (words.size() != 1 || !choices.contains(words.getFirst())) {
            throw new Complaint("Name one of: " + String.join(", ", choices) + ".");
        }
        return words.getFirst();
    }
}
