package io.upswing.links;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of pages in a language, by their names. */
public final class Words {
    private static final String COMMON = "io.upswing.links.common";

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /** @param bundle the name of properties beside {@code owner}, with one file for each language */
    public static Words of(Class<?> owner, String bundle, Language language) {
        var texts = new HashMap<>(common(language).texts);
        texts.putAll(read(owner, owner.getPackageName() + "." + bundle, language));
        return new Words(language, texts);
    }

    static Words common(Language language) {
        return new Words(language, read(Words.class, COMMON, language));
    }

    private static Map<String, String> read(Class<?> owner, String name, Language language) {
        var bundle = ResourceBundle.getBundle(
                name,
                language.locale(),
                owner.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var texts = new HashMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    public Language language() {
        return language;
    }

    /** @throws NullPointerException when there is no such text */
    public String get(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    Map<String, String> texts() {
        return texts;
    }
}
