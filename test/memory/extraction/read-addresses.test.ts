import { describe, expect, it } from 'vitest';
import { readAddresses } from '../../../src/memory/extraction/finders/home/read-addresses.js';

describe('addresses that are said', () => {
  it.each([
    ['forty-eight Larch Street, apartment three B', '48 Larch Street, Apartment 3B', undefined],
    ["it's forty eight larch street apartment three b", '48 Larch Street, Apartment 3B', undefined],
    ["I'm at nine hundred East Colfax, unit four twelve", '900 East Colfax, Unit 412', undefined],
    ['seventeen Orchard Brae, flat two stroke one', '17 Orchard Brae, Flat 2/1', undefined],
    [
      'yes, one thirty-one Lakeshore Road East, apartment nine oh two',
      '131 Lakeshore Road East, Apartment 902',
      undefined,
    ],
    ["it's sixteen forty Beacon Street, second floor, Brookline", '1640 Beacon Street, 2nd Floor', 'Brookline'],
    ['unit five, thirty three Wattle Parade, Dee Why', 'Unit 5, 33 Wattle Parade', 'Dee Why'],
    ['Number fourteen, second cross, Saraswathipuram', '14 2nd Cross', 'Saraswathipuram'],
    ["bring it, it's 14 Mill Brow, Todmorden", '14 Mill Brow', 'Todmorden'],
    ["it's flat 2, 19 Higher Hillgate", 'Flat 2, 19 Higher Hillgate', undefined],
    ['twelve hundred Magnolia, apartment 2.', '1200 Magnolia, Apartment 2', undefined],
    ["it's flat nine, Cardwell House, on Bow Lane", 'Flat 9, Cardwell House, Bow Lane', undefined],
    ['Mine is Door number 23, Kamarajar Street, Tambaram.', '23 Kamarajar Street', 'Tambaram'],
    ['at three ten West 231st.', '310 West 231st', undefined],
    ['Twenty eight A, Marmion Street.', '28A Marmion Street', undefined],
    ["we're at 77 Harrison in Oakland, till the fourteenth", '77 Harrison', 'Oakland'],
    ["I'm at flat forty one, Mercer Court, Tewkesbury now", 'Flat 41, Mercer Court', 'Tewkesbury'],
    ["It's the Old Manse, Main Street, Fintry.", 'The Old Manse, Main Street', 'Fintry'],
    ['one forty seven dash twelve Jewel Avenue, Flushing, in case you need it', '147-12 Jewel Avenue', 'Flushing'],
    ['plot fifty six, Lotus Enclave, Hyderabad only.', 'Plot 56, Lotus Enclave', 'Hyderabad'],
  ])('%s', (said, address, city) => {
    const [first] = readAddresses(said, true);
    expect(first).toMatchObject({ address, city });
  });

  it.each([
    ['table for two at seven thirty'],
    ['I have 2 dogs and a cat'],
    ['five minutes down the road'],
    ['on the 3rd of June'],
    ['at 9 30 on Monday'],
  ])('%s', (said) => {
    expect(readAddresses(said, false)).toEqual([]);
  });
});
