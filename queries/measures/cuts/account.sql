-- Cuts by account, by its number.
INSERT INTO temp.cut(violation, episode, cell)
SELECT v.id, NULL, a.uid FROM violation v JOIN account a ON a.id = v.account_id;
