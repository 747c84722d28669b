package io.upswing.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a patient wrote, the latest last: personal, so it is kept apart from the log and can be erased. */
public record ReplyWords(List<Said> said) {
    /** A patient who writes more than that is spoken to, not read. */
    private static final int KEPT = 50;

    private static final int LONGEST = 1_600;

    public static final ReplyWords NONE = new ReplyWords(List.of());

    /** The words of one reply. */
    public record Said(UUID replyId, String text, Instant at) {}

    public ReplyWords {
        said = List.copyOf(said);
    }

    public ReplyWords with(UUID replyId, String text, Instant at) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var all = Stream.concat(said.stream(), Stream.of(new Said(replyId, cut, at)))
                .toList();
        return new ReplyWords(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
