package io.upswing.http.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One method and path that a service serves, and the roles it is annotated with; {@code open}: to everybody, because its
 * address is a secret; {@code page}: it answers with a page for people.
 */
public record Endpoint(String method, String path, List<String> roles, boolean open, boolean page) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)[^}]*}");

    /** All endpoints of the resources in the package of {@code anchor}. */
    public static List<Endpoint> beside(Class<?> anchor) {
        // Through the class itself: the tests of the package lie in another folder
        var file = Objects.requireNonNull(anchor.getResource(anchor.getSimpleName() + ".class"));
        var folder = new File(file.getPath()).getParentFile();
        return Arrays.stream(Objects.requireNonNull(folder.list()))
                .filter(name -> name.endsWith(".class") && !name.contains("_"))
                .map(name -> anchor.getPackageName() + "." + name.substring(0, name.length() - ".class".length()))
                .map(name -> load(name, anchor.getClassLoader()))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Endpoint::of)
                .toList();
    }

    static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> httpMethod(method).map(name -> of(resource, method, name)).stream());
    }

    /** The path with its parameters filled in. */
    public String filled(Map<String, String> values) {
        return PARAMETER
                .matcher(path)
                .replaceAll(match -> Objects.requireNonNull(values.get(match.group(1)), () -> "no value for " + path));
    }

    boolean hasParameters() {
        return PARAMETER.matcher(path).find();
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Endpoint of(Class<?> resource, Method method, String name) {
        var below = method.getAnnotation(Path.class);
        var path = resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        var own = method.getAnnotation(RolesAllowed.class);
        var roles = own == null ? resource.getAnnotation(RolesAllowed.class) : own;
        return new Endpoint(
                name,
                ("/" + path).replaceAll("/+", "/"),
                roles == null ? List.of() : List.of(roles.value()),
                method.isAnnotationPresent(PermitAll.class),
                isPage(method));
    }

    private static boolean isPage(Method method) {
        var produces = method.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.TEXT_HTML);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
