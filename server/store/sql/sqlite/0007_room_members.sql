-- Whose rooms they are, whether or not the member has ever read anything there.
CREATE TABLE room_member (
    member TEXT NOT NULL,
    channel BIGINT NOT NULL,
    PRIMARY KEY (member, channel)
);
