import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { groupCommit } from '#requests/stores/group-commit.ts';

/** A table of numbers, how often it was committed, and a commit that fails as often as told. */
function opened(failures = 0) {
  const file = new DatabaseSync(':memory:');
  file.exec('CREATE TABLE t (number INTEGER PRIMARY KEY) STRICT');
  let commits = 0;
  const exec = file.exec.bind(file);
  file.exec = (sql) => {
    if (sql === 'COMMIT') {
      commits += 1;
      if (commits <= failures) throw new Error('database or disk is full');
    }
    exec(sql);
  };
  const insert = (number: number) => () => file.prepare('INSERT INTO t VALUES (?)').run(number);
  const numbers = () =>
    file
      .prepare('SELECT number FROM t')
      .all()
      .map(({ number }) => number);
  return { file, insert, numbers, commits: () => commits, group: groupCommit(file) };
}

test('what comes at once shares one commit, and nothing is answered before it', async () => {
  const { group, insert, numbers, commits } = opened();
  const seen = [1, 2, 3].map((number) => group.add(insert(number)).then(commits));
  expect(numbers()).toEqual([]);
  expect(await Promise.all(seen)).toEqual([1, 1, 1]);
  expect(numbers()).toEqual([1, 2, 3]);
  expect(await group.add(insert(4)).then(commits)).toBe(2);
});

test('what comes in the next turn still joins, and a pause ends the group', async () => {
  const { group, insert, commits } = opened();
  const seen: Promise<number>[] = [];
  for (const number of [1, 2, 3]) {
    seen.push(group.add(insert(number)).then(commits));
    await new Promise(setImmediate);
  }
  expect(await Promise.all(seen)).toEqual([1, 1, 1]);
  expect(await group.add(insert(4)).then(commits)).toBe(2);
});

test('a full group is written although more keep coming', async () => {
  const { group, insert, commits } = opened();
  const first = group.add(insert(0)).then(commits);
  let answered = false;
  void first.then(() => {
    answered = true;
  });
  let last = 0;
  while (!answered && last < 1000) {
    last += 1;
    void group.add(insert(last));
    await new Promise(setImmediate);
  }
  expect(await first).toBe(1);
  expect(last).toBeLessThan(100);
});

test('one that fails halfway leaves nothing, and the others stand', async () => {
  const { group, insert, numbers } = opened();
  const half = () => {
    insert(10)();
    insert(1)();
  };
  const outcomes = await Promise.allSettled([group.add(insert(1)), group.add(half), group.add(insert(2))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(numbers()).toEqual([1, 2]);
});

test('one that fails among many costs them a few commits, not one each', async () => {
  const { group, insert, numbers, commits } = opened();
  const many = [1, 2, 3, 4, 5, 1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  const outcomes = await Promise.allSettled(many.map((number) => group.add(insert(number))));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(numbers()).toHaveLength(15);
  expect(commits()).toBe(4);
});

test('where the common commit fails, each half gets its own', async () => {
  const { group, insert, numbers, commits } = opened(2);
  const outcomes = await Promise.allSettled([1, 2, 3].map((number) => group.add(insert(number))));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect([numbers(), commits()]).toEqual([[2, 3], 3]);
});

test('an error that ends the whole transaction takes only its own piece with it', async () => {
  const { file, group, insert, numbers } = opened();
  const ending = () => {
    file.exec('ROLLBACK');
    throw new Error('disk I/O error');
  };
  const outcomes = await Promise.allSettled([group.add(insert(1)), group.add(ending), group.add(insert(2))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(numbers()).toEqual([1, 2]);
  expect(file.isTransaction).toBe(false);
});

test('a file that somebody else holds is asked for once, whoever waits', async () => {
  const { file, group, insert, numbers } = opened();
  const begin = vi.spyOn(file, 'exec').mockImplementationOnce(() => {
    throw new Error('database is locked');
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map((number) => group.add(insert(number))));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(begin).toHaveBeenCalledTimes(1);
  await group.add(insert(4));
  expect(numbers()).toEqual([4]);
});

test('what waits is written before the file is closed', async () => {
  const { group, insert, numbers } = opened();
  const waiting = group.add(insert(1));
  group.flush();
  expect(numbers()).toEqual([1]);
  await waiting;
});
