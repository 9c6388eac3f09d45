import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../../src/memory/extraction/language/is-english.js';
import { callOf } from './calls.js';

const english = (...lines: string[]): boolean => isEnglish(callOf(...lines).turns);

describe('is English', () => {
  it.each([
    ["hi there yeah I'd like to book a table for four on Friday please"],
    ['S A R A H J O H N S O N'],
    ['zero one six one four nine six zero three double three'],
    ['hello'],
    [''],
    ['grand so, sure I will be in on the Thursday then, thanks a million'],
    ['my name is Jean-Pierre de la Fontaine and I live in Los Angeles'],
    ['I am having one doubt only sir, kindly do the needful'],
    ['o o seven two o nine'],
    ['yeah nah the ute is stuffed mate can ya come out arvo'],
    ['Guten Tag! No, only joking, I do speak English, can you help me with my order please?'],
  ])('%s', (said) => {
    expect(english(said)).toBe(true);
  });
});

describe('is not English', () => {
  it.each([
    ['Guten Tag, ich möchte bitte einen Termin für morgen um zehn Uhr, mein Name ist Müller'],
    ['Hola buenos días, quiero una cita para mañana por la tarde, me llamo Sofía'],
    ["Bonjour, je voudrais prendre un rendez-vous pour demain s'il vous plaît, je suis allergique aux noix"],
    ['Buongiorno, vorrei prenotare un tavolo per quattro persone domani sera, sono Giulia'],
    ['Olá bom dia, eu gostaria de marcar uma consulta para amanhã, meu nome é João'],
    ['Goedemorgen, ik wil graag een afspraak maken voor morgen, mijn naam is Jan de Vries'],
    ['Dzień dobry, chciałbym umówić wizytę na jutro, nazywam się Kowalski i mam pytanie'],
    ['Namaste ji, mujhe kal ka appointment chahiye, mera naam Rahul hai aur main Pune mein rehta hoon'],
    ['Merhaba, yarın için bir randevu istiyorum, benim adım Mehmet ve çok teşekkürler'],
    ['Здравствуйте, я хотел бы записаться на завтра'],
    ['नमस्ते मुझे कल का समय चाहिए'],
    ['こんにちは、明日の予約をお願いします'],
  ])('%s', (said) => {
    expect(english(said)).toBe(false);
  });

  it('a caller who is answered in English', () => {
    expect(
      english(
        'agent: Hello, thank you for calling the clinic, how can I help you today with your appointment?',
        'Hola, quiero una cita para mi hijo, por favor, no hablo inglés muy bien',
      ),
    ).toBe(false);
  });
});
