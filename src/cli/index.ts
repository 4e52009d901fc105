process.stdout.write('quotabench\n');
